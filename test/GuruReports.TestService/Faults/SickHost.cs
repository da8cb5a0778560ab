using GuruReports.TestService.Hosts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace GuruReports.TestService.Faults;

/// <summary>
/// A service with the illnesses that its arguments name, up to <c>--</c>; what follows goes to the host. Says <c>sick</c>
/// when all have broken out.
/// </summary>
internal static class SickHost
{
    public static Task<int> RunAsync(string[] args)
    {
        var illnesses = args.TakeWhile(argument => argument != "--").Select(Illnesses.Parse).ToList();
        illnesses.ForEach(illness => illness.BeforeRegistration());
        var builder = ServiceHost.CreateBuilder([.. args.SkipWhile(argument => argument != "--").Skip(1)]);
        var reports = builder.Services.AddGuruMeditationReports();
        illnesses.ForEach(illness => illness.Register(builder, reports));
        illnesses.ForEach(illness => illness.AfterRegistration());
        var host = builder.Build();
        host.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStarted.Register(() => new Thread(BreakOut).Start());
        return ServiceHost.RunAsync(host);

        void BreakOut()
        {
            illnesses.ForEach(illness => illness.BreakOut());
            ServiceHost.Say("sick");
        }
    }
}
