namespace GuruReports.SnapshotReader.Runtime;

/// <summary>Tells a core library that has only what the service uses (PublishTrimmed) from one of a release with other names.</summary>
internal static class TrimmedRuntime
{
    // The releases that the table was held against: a name that is not there in a later one may have been changed.
    private const int First = 10;
    private const int Last = 11;

    /// <summary>Types that anybody may name, so that no release goes without them, and that hardly anybody needs: one that is not there was taken out.</summary>
    internal static readonly IReadOnlyList<string> Public =
    [
        "System.Globalization.JulianCalendar", "System.Globalization.TaiwanCalendar", "System.Globalization.UmAlQuraCalendar", "System.CannotUnloadAppDomainException",
        "System.MulticastNotSupportedException", "System.InsufficientExecutionStackException", "System.IO.UnmanagedMemoryAccessor", "System.Diagnostics.Contracts.ContractFailedEventArgs",
        "System.Runtime.CompilerServices.SwitchExpressionException", "System.Threading.Tasks.TaskCompletionSource", "System.Threading.PeriodicTimer",
    ];

    /// <summary>Returns whether the core library was trimmed.</summary>
    /// <param name="libraries">The libraries in the image.</param>
    /// <param name="major">The major version of the runtime.</param>
    public static bool Is(RuntimeLibraries libraries, int major) =>
        major is >= First and <= Last && libraries.Find(RuntimeLibraries.Core) is { } core && Public.Any(name => core.Find(name) is null);
}
