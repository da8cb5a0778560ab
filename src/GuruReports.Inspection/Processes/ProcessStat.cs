namespace GuruReports.Inspection.Processes;

/// <summary>What <c>/proc/&lt;pid&gt;/stat</c> says.</summary>
internal sealed record ProcessStat
{
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

    /// <summary>Reads the file's text; null when it is none or cut.</summary>
    public static ProcessStat? Parse(ReadOnlySpan<byte> text)
    {
        if (!StatLine.TryParse(text, out var line) || line.Number(21) is not { } resident)
        {
            return null;
        }

        return new ProcessStat
        {
            Id = line.Id,
            Name = line.Name,
            State = line.State,
            ParentId = (int)(line.Number(1) ?? 0),
            UserTicks = line.Number(11) ?? 0,
            SystemTicks = line.Number(12) ?? 0,
            Threads = (int)(line.Number(17) ?? 0),
            StartTicks = line.Number(19) ?? 0,
            VirtualBytes = line.Number(20) ?? 0,
            ResidentPages = resident,
        };
    }
}
