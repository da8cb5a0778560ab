namespace GuruReports.Inspection.Snapshot;

/// <summary>The whole environment of the helper: nothing that the service was given gets there, except where its libraries lie.</summary>
internal static class HelperEnvironment
{
    /// <summary>Says to code of the service that it runs in a helper by mistake; see <see cref="HelperGuard"/>.</summary>
    public const string Mark = MarkName + "=1";

    public const string MarkName = "GURU_REPORTS_HELPER";

    private const string LibraryPath = "LD_LIBRARY_PATH";

    // No diagnostics socket, no tracing library, a small collector with a hard limit (hexadecimal), a quick start.
    private static readonly string[] s_runtime =
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

    public static IReadOnlyList<string> Variables() => Environment.GetEnvironmentVariable(LibraryPath) is { Length: > 0 } path
        ? [.. s_runtime, $"{LibraryPath}={path}"]
        : s_runtime;
}
