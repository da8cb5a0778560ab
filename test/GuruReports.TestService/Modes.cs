using GuruReports.TestService.Faults;
using GuruReports.TestService.Hosts;

namespace GuruReports.TestService;

/// <summary>The modes of the test service: each is one situation that a test needs in a real process.</summary>
internal static class Modes
{
    public static IReadOnlyDictionary<string, Func<string[], Task<int>>> All { get; } = new Dictionary<string, Func<string[], Task<int>>>
    {
        ["plain"] = PlainHost.RunAsync,
        ["default-builder"] = DefaultBuilderHost.RunAsync,
        ["cheese"] = CheeseHost.RunAsync,
        ["bad-sections"] = BadSectionsHost.RunAsync,
        ["secrets"] = SecretsHost.RunAsync,
        ["early"] = EarlyHost.RunAsync,
        ["after"] = AfterHost.RunAsync,
        ["slow-shutdown"] = SlowShutdownHost.RunAsync,
        ["unbuilt"] = UnbuiltHost.RunAsync,
        ["two-hosts"] = TwoHosts.RunAsync,
        ["clock"] = ClockHost.RunAsync,
        ["programmatic"] = ProgrammaticHost.RunAsync,
        ["report-files"] = ReportFilesHost.RunAsync,
        ["sick"] = SickHost.RunAsync,
        ["unregistered"] = UnregisteredHost.RunAsync,
        ["soak"] = SoakHost.RunAsync,
    };

    public static int PrintUsage()
    {
        Console.Error.WriteLine("usage: GuruReports.TestService <mode> [arguments]\nmodes: " + string.Join(' ', All.Keys));
        return 2;
    }
}
