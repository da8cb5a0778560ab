using GuruReports.Hosting.Sinks;

namespace GuruReports.Hosting.Pipeline.Publishing;

/// <summary>Decides whether standard error wants colour.</summary>
internal static class TerminalColour
{
    /// <summary>Gets whether it does: a terminal that is not dumb, and <c>NO_COLOR</c> (no-color.org) is not set.</summary>
    public static bool IsWanted { get; } =
        StandardErrorSink.IsTerminal
        && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))
        && Environment.GetEnvironmentVariable("TERM") is { Length: > 0 } and not "dumb";
}
