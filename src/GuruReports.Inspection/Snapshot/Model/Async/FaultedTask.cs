using GuruReports.Inspection.Vocabulary;

namespace GuruReports.Inspection.Snapshot.Model.Async;

/// <summary>Async methods that ended with an exception that nobody has looked at yet: equal ones together.</summary>
internal sealed record FaultedTask : IOwned
{
    /// <summary>The method.</summary>
    public required string Method { get; init; }

    /// <summary>Gets whose code the method is.</summary>
    public required CodeOwner Owner { get; init; }

    /// <summary>The type of the exception; null when it could not be read.</summary>
    public string? ExceptionType { get; init; }

    /// <summary>The message of one of them, shortened; null when there is none. Not redacted.</summary>
    public string? Message { get; init; }

    /// <summary>How many.</summary>
    public required int Count { get; init; }
}
