using System.Globalization;
using GuruReports.Hosting.Sinks.Native;

namespace GuruReports.Hosting.Sinks;

/// <summary>Tells whether standard error is a stream of the systemd journal.</summary>
internal static class JournalStream
{
    private const string Variable = "JOURNAL_STREAM";

    // Read once: the variable is what systemd gave at start; the descriptor is asked anew each time.
    private static readonly string? s_stream = Environment.GetEnvironmentVariable(Variable);

    /// <summary>Looks whether descriptor 2 is still the stream that systemd named.</summary>
    /// <returns>Whether it is.</returns>
    internal static bool IsStandardError() => OperatingSystem.IsLinux() && Matches(s_stream, descriptor: 2);

    /// <summary>Compares a descriptor with <c>$JOURNAL_STREAM</c> (systemd.exec(5)).</summary>
    /// <returns>Whether they are the same.</returns>
    internal static bool Matches(string? stream, int descriptor)
    {
        var colon = stream?.IndexOf(':', StringComparison.Ordinal) ?? -1;
        if (stream is null || colon < 0)
        {
            return false;
        }

        var status = FileStatus.Of(descriptor, out var error);
        return error == 0
            && ulong.TryParse(stream.AsSpan(0, colon), NumberStyles.None, CultureInfo.InvariantCulture, out var device)
            && ulong.TryParse(stream.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var node)
            && device == status.Device
            && node == status.Node;
    }
}
