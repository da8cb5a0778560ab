using Microsoft.Extensions.DependencyInjection;

namespace GuruReports.TestService.Hosts;

/// <summary>The service with one line of registration and nothing else; settings come from the environment and the command line.</summary>
internal static class PlainHost
{
    public static Task<int> RunAsync(string[] args)
    {
        var builder = ServiceHost.CreateBuilder(args);
        builder.Services.AddGuruMeditationReports();
        return ServiceHost.RunAsync(builder.Build());
    }
}
