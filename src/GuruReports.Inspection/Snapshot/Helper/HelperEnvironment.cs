using System.Globalization;

namespace GuruReports.Inspection.Snapshot.Helper;

/// <summary>The whole environment of the helper: nothing that the service was given gets there, except three paths.</summary>
internal static class HelperEnvironment
{
    /// <summary>Says to code of the service that it runs in a helper by mistake; see <see cref="HelperGuard"/>.</summary>
    public const string Mark = MarkName + "=1";

    public const string MarkName = "GURU_REPORTS_HELPER";

    // Where the service's native libraries lie, and where a single file that unpacks itself has unpacked: paths only.
    private static readonly string[] s_passedOn = ["LD_LIBRARY_PATH", "DOTNET_BUNDLE_EXTRACT_BASE_DIR", "HOME"];

    // No diagnostics socket, no tracing library, a small collector, a quick start.
    private static readonly string[] s_runtime =
    [
        "DOTNET_EnableDiagnostics=0",
        "DOTNET_LTTng=0",
        "DOTNET_EnableWriteXorExecute=0",
        "DOTNET_TieredPGO=0",
        "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1",
        "DOTNET_gcServer=0",
        "DOTNET_gcConcurrent=0",
    ];

    /// <summary>The limit of the helper's own heap.</summary>
    public static string HeapLimit(long bytes) => string.Create(CultureInfo.InvariantCulture, $"DOTNET_GCHeapHardLimit={bytes:X}");

    public static IReadOnlyList<string> Variables()
    {
        var variables = new List<string>(s_runtime);
        foreach (var name in s_passedOn)
        {
            if (Environment.GetEnvironmentVariable(name) is { Length: > 0 } value)
            {
                variables.Add($"{name}={value}");
            }
        }

        return variables;
    }
}
