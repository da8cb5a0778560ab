using Microsoft.Extensions.Logging;

namespace GuruReports.Hosting.Events;

/// <summary>A log event as it was written. Not redacted: that is for whoever shows it.</summary>
internal sealed record LogEvent
{
    public required DateTimeOffset At { get; init; }

    public required LogLevel Level { get; init; }

    public required string Category { get; init; }

    public required EventId Id { get; init; }

    /// <summary>Gets the text that its formatter made; cut.</summary>
    public required string Text { get; init; }

    /// <summary>Gets type and message of its exception; cut; null without one.</summary>
    public string? Exception { get; init; }

    /// <summary>Gets the full names of the exception's type and of those within, the outermost first; empty without one.</summary>
    public IReadOnlyList<string> ExceptionTypes { get; init; } = [];

    /// <summary>Gets the trace that it belongs to; null where it belongs to none.</summary>
    public string? TraceId { get; init; }

    /// <summary>Gets the managed id of the thread that wrote it.</summary>
    public int ThreadId { get; init; }
}
