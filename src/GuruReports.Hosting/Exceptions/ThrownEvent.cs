using System.Diagnostics;
using GuruReports.Hosting.Facts.Runtime;
using GuruReports.Inspection.Symbols;

namespace GuruReports.Hosting.Exceptions;

/// <summary>One exception that was looked at while it was thrown, or when its task was collected. Keeps no exception alive.</summary>
internal sealed class ThrownEvent(string type, string? message, long number)
{
    private const int MostInner = 4;

    private readonly DateTimeOffset _at = DateTimeOffset.UtcNow;
    private readonly int _thread = Environment.CurrentManagedThreadId;
    private readonly string? _trace = Activity.Current is { IdFormat: ActivityIdFormat.W3C } activity ? activity.TraceId.ToHexString() : null;
    private volatile string? _place;

    /// <summary>Sets where it was thrown; again when the first of the service's own methods is met later.</summary>
    public string? Place { set => _place = value; }

    /// <summary>Gets the exceptions within, the outermost first.</summary>
    public IReadOnlyList<string> Inner { get; init; } = [];

    /// <summary>Gets whether it was found in a task that nobody had looked at.</summary>
    public bool IsUnobserved { get; init; }

    /// <summary>Says the exceptions within an exception, without running code of the service.</summary>
    public static IReadOnlyList<string> Within(Exception exception)
    {
        if (exception.InnerException is null)
        {
            return [];
        }

        var inner = new List<string>();
        if (exception is AggregateException { InnerExceptions: { Count: > 1 } several })
        {
            for (var index = 0; index < several.Count && inner.Count < MostInner; index++)
            {
                inner.Add(Say(several[index]));
            }

            return inner;
        }

        for (var current = exception.InnerException; current is not null && inner.Count < MostInner; current = current.InnerException)
        {
            inner.Add(Say(current));
        }

        return inner;
    }

    private static string Say(Exception exception)
    {
        var message = PlainMessages.AreOf(exception.GetType()) ? PlainMessages.Read(exception) : null;
        return message is null ? TypeNames.Full(exception.GetType()) : $"{TypeNames.Full(exception.GetType())}: {message}";
    }

    public ThrownEventFacts Read() => new()
    {
        At = _at,
        Type = type,
        Message = message,
        Number = number,
        Place = _place,
        Inner = Inner,
        ThreadId = IsUnobserved ? null : _thread,
        TraceId = IsUnobserved ? null : _trace,
        IsUnobserved = IsUnobserved,
    };
}
