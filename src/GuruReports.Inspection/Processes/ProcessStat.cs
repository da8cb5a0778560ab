using System.Globalization;

namespace GuruReports.Inspection.Processes;

/// <summary>What <c>/proc/&lt;pid&gt;/stat</c> says.</summary>
internal sealed record ProcessStat
{
    private const int FieldsNeeded = 22;

    public required int Id { get; init; }

    public required int ParentId { get; init; }

    /// <summary>Gets the short name, as the process may set it itself.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the state's letter (proc_pid_stat(5)).</summary>
    public required char State { get; init; }

    /// <summary>Gets the CPU time in clock ticks.</summary>
    public long UserTicks { get; init; }

    public long SystemTicks { get; init; }

    public int Threads { get; init; }

    /// <summary>Gets the time of the start after boot, in clock ticks.</summary>
    public long StartTicks { get; init; }

    public long VirtualBytes { get; init; }

    public long ResidentPages { get; init; }

    /// <summary>Gets the state in words.</summary>
    public string StateText => State switch
    {
        'R' => "running",
        'S' => "sleeping",
        'D' => "uninterruptible",
        'Z' => "zombie",
        'T' => "stopped",
        't' => "traced",
        'X' or 'x' => "dead",
        'I' => "idle",
        'P' => "parked",
        _ => $"state {State}",
    };

    /// <summary>Reads the file's text; null when it is none.</summary>
    /// <param name="text">The text.</param>
    public static ProcessStat? Parse(string? text)
    {
        // The name stands in parentheses and may itself hold spaces and parentheses: the last one ends it.
        var open = text?.IndexOf('(', StringComparison.Ordinal) ?? -1;
        var close = text?.LastIndexOf(')') ?? -1;
        if (open < 1 || close < open || !int.TryParse(text.AsSpan(0, open - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var id))
        {
            return null;
        }

        var fields = text![(close + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (fields.Length < FieldsNeeded || fields[0].Length != 1)
        {
            return null;
        }

        return new ProcessStat
        {
            Id = id,
            Name = text[(open + 1)..close],
            State = fields[0][0],
            ParentId = (int)Number(fields, 1),
            UserTicks = Number(fields, 11),
            SystemTicks = Number(fields, 12),
            Threads = (int)Number(fields, 17),
            StartTicks = Number(fields, 19),
            VirtualBytes = Number(fields, 20),
            ResidentPages = Number(fields, 21),
        };
    }

    private static long Number(string[] fields, int index) =>
        long.TryParse(fields[index], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
