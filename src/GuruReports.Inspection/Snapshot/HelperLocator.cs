using System.Runtime.InteropServices;

namespace GuruReports.Inspection.Snapshot;

/// <summary>Finds the helper and how to run it on the very runtime that this service runs on.</summary>
internal static class HelperLocator
{
    // The whole environment of the helper: nothing of the service's own gets there. No diagnostics socket, no tracing
    // library, a small collector with a hard limit (hexadecimal), a quick start.
    private static readonly string[] s_environment =
    [
        "DOTNET_EnableDiagnostics=0",
        "DOTNET_LTTng=0",
        "DOTNET_EnableWriteXorExecute=0",
        "DOTNET_TieredPGO=0",
        "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1",
        "DOTNET_gcServer=0",
        "DOTNET_gcConcurrent=0",
        "DOTNET_GCHeapHardLimit=A000000",
    ];

    public static HelperCommand? Find(SnapshotOptions options, out string? reason)
    {
        var variant = RuntimeInformation.ProcessArchitecture == Architecture.X64 ? "x64" : "any";
        var folder = Path.Combine(options.HelperDirectory ?? HelperFolder.Default, variant);
        var program = Path.Combine(folder, HelperFolder.Program);
        reason = ShippedHelper.Check(folder, variant);
        if (reason is not null)
        {
            return null;
        }

        var runtime = RuntimeEnvironment.GetRuntimeDirectory().TrimEnd('/');
        var host = Path.GetFullPath(Path.Combine(runtime, "../../../dotnet"));
        return new HelperCommand(
            host,
            [host, "exec", "--fx-version", Path.GetFileName(runtime), "--runtimeconfig", Path.ChangeExtension(program, ".runtimeconfig.json"), program],
            s_environment);
    }
}
