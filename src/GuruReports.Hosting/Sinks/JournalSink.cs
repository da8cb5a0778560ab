using System.Globalization;
using System.Text;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Sinks;

/// <summary>Writes a report to the systemd journal as one entry with fields, by the journal's native protocol.</summary>
internal sealed class JournalSink(string path = JournalSink.DefaultPath) : IReportSink
{
    /// <summary>Where systemd has the socket.</summary>
    internal const string DefaultPath = "/run/systemd/journal/socket";

    /// <summary>Marks every report in the journal: <c>journalctl MESSAGE_ID=…</c> lists them.</summary>
    internal const string MessageId = "6f0e4c7a52b94c1f9d0b8f6a3e71c5d2";

    private const string Name = "journal";
    private const int LargestPart = 48 * 1024;

    /// <inheritdoc/>
    public string Write(RenderedReport report)
    {
        if (!OperatingSystem.IsLinux())
        {
            throw new SinkException("there is no systemd journal on this system");
        }

        using var socket = new JournalSocket(path, Deadline.In(report.TimeLimit));
        var text = JournalText.Clean(report.Text);
        var entry = Begin(report).AddText("MESSAGE", text);
        if (socket.TrySend(entry.Bytes) || socket.TrySendFile(entry.Bytes))
        {
            return Name;
        }

        var parts = Split(text);
        for (var index = 0; index < parts.Count; index++)
        {
            var part = string.Create(CultureInfo.InvariantCulture, $"{index + 1}/{parts.Count}");
            if (!socket.TrySend(Begin(report).Add("GURU_PART", part).AddText("MESSAGE", parts[index]).Bytes))
            {
                throw new SinkException($"the journal's socket does not even take part {part} of the report");
            }
        }

        return string.Create(CultureInfo.InvariantCulture, $"{Name}, in {parts.Count} parts");
    }

    private static JournalEntry Begin(RenderedReport report) => new JournalEntry()
        .Add("MESSAGE_ID", MessageId)
        .Add("PRIORITY", Priority(report))
        .Add("SYSLOG_IDENTIFIER", report.ServiceName)
        .Add("GURU_REPORT_ID", report.Id)
        .Add("GURU_REASON", report.Reason)
        .Add("GURU_SERVICE", report.ServiceName)
        .Add("GURU_FORMAT", report.Format.ToString())
        .Add("GURU_FINDING_COUNT", report.Findings.Count.ToString(CultureInfo.InvariantCulture))
        .Add("GURU_FINDINGS", string.Join(',', report.Findings.Select(finding => finding.Name)));

    // syslog(3): 3 error, 4 warning, 5 notice.
    private static string Priority(RenderedReport report) => report.Findings switch
    {
        [] => "5",
        [{ Severity: FindingSeverity.Critical }, ..] => "3",
        _ => "4",
    };

    // At line ends, so that each part reads well; a line longer than a part is cut.
    private static List<string> Split(string text)
    {
        var parts = new List<string>();
        for (var start = 0; start < text.Length;)
        {
            var length = Fit(text.AsSpan(start));
            parts.Add(text.Substring(start, length));
            start += length;
        }

        return parts;
    }

    private static int Fit(ReadOnlySpan<char> rest)
    {
        var longest = Math.Min(rest.Length, LargestPart);
        while (Encoding.UTF8.GetByteCount(rest[..longest]) > LargestPart)
        {
            longest = longest * 3 / 4;
        }

        if (longest == rest.Length)
        {
            return longest;
        }

        var end = rest[..longest].LastIndexOf('\n') + 1;
        var isInsideRune = char.IsHighSurrogate(rest[longest - 1]);
        return end > 0 ? end : longest - (isInsideRune ? 1 : 0);
    }
}
