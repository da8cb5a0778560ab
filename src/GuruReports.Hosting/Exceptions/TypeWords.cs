using GuruReports.Hosting.Facts.Runtime;

namespace GuruReports.Hosting.Exceptions;

/// <summary>Guesses from the name of an exception's type, or of one that it derives from, what it tells: libraries name them alike.</summary>
internal static class TypeWords
{
    private static readonly (string Word, FailureKind Kind)[] s_words =
    [
        ("Authentication", FailureKind.Authentication), ("Authorization", FailureKind.Authentication), ("Unauthorized", FailureKind.Authentication), ("AccessDenied", FailureKind.Authentication),
        ("PoolExhausted", FailureKind.Exhausted), ("ConnectionPool", FailureKind.Exhausted), ("WaitQueueFull", FailureKind.Exhausted), ("RateLimit", FailureKind.Exhausted),
        ("Throttl", FailureKind.Exhausted), ("Bulkhead", FailureKind.Exhausted), ("QueueFull", FailureKind.Exhausted),
        ("BrokenCircuit", FailureKind.Rejected), ("Unreachable", FailureKind.Unreachable), ("Unavailable", FailureKind.Unreachable), ("ConnectionException", FailureKind.Unreachable), ("ConnectFailure", FailureKind.Unreachable),
        ("TimeoutReject", FailureKind.TimedOut), ("Timeout", FailureKind.TimedOut),
    ];

    /// <summary>Returns the kind that the names say; none where they say nothing.</summary>
    public static FailureKind Guess(Type type)
    {
        for (var current = type; current is not null && current != typeof(Exception); current = current.BaseType)
        {
            foreach (var (word, kind) in s_words)
            {
                if (current.Name.Contains(word, StringComparison.Ordinal))
                {
                    return kind;
                }
            }
        }

        return FailureKind.None;
    }
}
