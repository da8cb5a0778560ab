using Microsoft.Extensions.DependencyInjection;

namespace GuruReports.TestService.Hosts;

/// <summary>Registered, but no host is ever built.</summary>
internal static class UnbuiltHost
{
    public static Task<int> RunAsync(string[] args)
    {
        new ServiceCollection().AddGuruMeditationReports();
        ServiceHost.Say("ready");
        while (Console.In.ReadLine() is { } line && line != "end")
        {
            ServiceHost.Say(line == "ping" ? "pong" : "?");
        }

        return 0 == args.Length ? Task.FromResult(0) : Task.FromResult(1);
    }
}
