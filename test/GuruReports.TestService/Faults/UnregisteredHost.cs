using GuruReports.TestService.Hosts;

namespace GuruReports.TestService.Faults;

/// <summary>A process that is signalled before it has registered the reports.</summary>
internal static class UnregisteredHost
{
    public static Task<int> RunAsync(string[] args)
    {
        ServiceHost.Say("ready");
        Thread.Sleep(Timeout.Infinite);
        return Task.FromResult(args.Length);
    }
}
