using GuruReports.Hosting;
using GuruReports.TestService.Hosts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace GuruReports.TestService.Faults;

/// <summary>A service under load whose pool is blocked now and then for 400 ms, every so many seconds: too short for anybody to catch.</summary>
internal sealed class Stalls(int seconds) : Illness
{
    private static readonly TimeSpan s_stall = TimeSpan.FromMilliseconds(400);

    public override void Register(HostApplicationBuilder builder, IGuruMeditationBuilder reports) => builder.Services.AddHostedService<LoadGenerator>();

    public override void BreakOut() => new Thread(StallNowAndThen) { IsBackground = true }.Start();

    private void StallNowAndThen()
    {
        while (true)
        {
            Thread.Sleep(TimeSpan.FromSeconds(seconds));
            using var all = new CountdownEvent(ThreadPool.ThreadCount + Environment.ProcessorCount);
            for (var item = all.InitialCount; item > 0; item--)
            {
                ThreadPool.UnsafeQueueUserWorkItem(AskPrinter, all, preferLocal: false);
            }

            all.Wait();
            ServiceHost.Say("stalled");
        }
    }

    private static void AskPrinter(CountdownEvent all)
    {
        Thread.Sleep(s_stall);
        all.Signal();
    }
}
