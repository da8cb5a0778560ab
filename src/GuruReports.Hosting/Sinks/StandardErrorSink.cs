using System.Globalization;
using System.Text;
using GuruReports.Hosting.Sinks.Native;

namespace GuruReports.Hosting.Sinks;

/// <summary>
/// Writes to standard error without ever waiting longer than asked, and without Console's lock. Where standard error
/// is the systemd journal the report goes there as one entry. One report at a time.
/// </summary>
internal sealed class StandardErrorSink(JournalSink journal) : IStandardError
{
    private const int Descriptor = 2;
    private const string Name = "standard error";

    private static readonly TimeSpan s_lineLimit = TimeSpan.FromMilliseconds(250);

    private volatile bool _isInsideLine;

    /// <summary>Gets whether standard error is a terminal.</summary>
    internal static bool IsTerminal => !OperatingSystem.IsWindows() && DescriptorCalls.IsTerminal(Descriptor) == 1;

    /// <summary>Gets how many columns the terminal has that standard error is; null where it is none, or does not say.</summary>
    internal static int? Columns => ColumnsOf(Descriptor);

    /// <summary>Gets whether standard error is a stream of the journal.</summary>
    internal static bool IsJournal => JournalStream.IsStandardError();

    /// <inheritdoc/>
    public string Write(RenderedReport report)
    {
        if (!IsJournal)
        {
            Send(report.Text, report.TimeLimit);
            return Name;
        }

        var deadline = Deadline.In(report.TimeLimit);
        try
        {
            return journal.Write(report with { TimeLimit = report.TimeLimit / 2 });
        }
        catch (SinkException exception)
        {
            // The journal's stream takes lines only, but a report in pieces is better than none.
            Send(JournalText.ForStream(report.Text), TimeSpan.FromMilliseconds(deadline.RemainingMilliseconds));
            return $"{Name}, line by line ({exception.Message})";
        }
    }

    /// <inheritdoc/>
    public void Prepare() => Send("", s_lineLimit);

    /// <inheritdoc/>
    public void WriteLine(string line) => Send(line + "\n", s_lineLimit);

    /// <inheritdoc/>
    public void TryWriteLine(string line) => _ = TrySend(line + "\n", s_lineLimit);

    internal static unsafe int? ColumnsOf(int descriptor)
    {
        var size = stackalloc ushort[4];
        return OperatingSystem.IsLinux() && DescriptorCalls.ReadWindowSize(descriptor, DescriptorCalls.GetWindowSize, size) == 0 && size[1] > 0 ? size[1] : null;
    }

    private void Send(string text, TimeSpan limit)
    {
        if (TrySend(text, limit) is { } problem)
        {
            throw new SinkException(problem);
        }
    }

    // Returns what went wrong, or null.
    private string? TrySend(string text, TimeSpan limit)
    {
        var bytes = Encoding.UTF8.GetBytes(_isInsideLine ? "\n" + text : text);
        if (OperatingSystem.IsWindows())
        {
            using var stream = Console.OpenStandardError();
            stream.Write(bytes);
            return null;
        }

        using var descriptor = BoundedDescriptor.Open(Descriptor, Name);
        var written = descriptor.Write(bytes, Deadline.In(limit), out var problem);
        _isInsideLine = written == 0 ? _isInsideLine : bytes[written - 1] != (byte)'\n';
        return problem is null ? null : string.Create(CultureInfo.InvariantCulture, $"{Name} took {written} of {bytes.Length} bytes: {problem}");
    }
}
