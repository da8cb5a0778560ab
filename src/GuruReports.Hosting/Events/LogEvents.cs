using System.Diagnostics;
using GuruReports.Hosting.Boundary;
using GuruReports.Inspection.Boundary;
using GuruReports.Inspection.Symbols;
using Microsoft.Extensions.Logging;

namespace GuruReports.Hosting.Events;

/// <summary>
/// The last log events of the process. They are made into text on the thread that writes them, as every destination of a
/// service's log does, and only so many a second: a flood is counted. Takes no lock.
/// </summary>
internal sealed class LogEvents(Func<long> milliseconds)
{
    /// <summary>How many are kept.</summary>
    public const int Kept = 200;

    /// <summary>How many are kept of one second.</summary>
    public const int MostPerSecond = 100;

    private const int LongestText = 500;
    private const int MostWithin = 5;

    private readonly LatestRing<LogEvent> _latest = new(Kept);
    private readonly SecondBudget _budget = new(MostPerSecond, milliseconds);
    private long _passedOver;
    private volatile int _level = (int)LogLevel.Warning;
    private volatile bool _isAttached;

    [ThreadStatic]
    private static bool t_isInside;

    private LogEvents()
        : this(() => Environment.TickCount64)
    {
    }

    /// <summary>Gets those of the process.</summary>
    public static LogEvents Shared { get; } = new();

    /// <summary>Gets or sets from which level on events are kept; <see cref="LogLevel.None"/> for none.</summary>
    public LogLevel Level { get => (LogLevel)_level; set => _level = (int)value; }

    /// <summary>Gets or sets whether a logger of the service hands its events over.</summary>
    public bool IsAttached { get => _isAttached; set => _isAttached = value; }

    /// <summary>Gets how many were kept since the start, those that newer ones replaced included.</summary>
    public long Count => _latest.Count;

    /// <summary>Gets how many were only counted: more came in a second than are looked at.</summary>
    public long PassedOver => Interlocked.Read(ref _passedOver);

    public bool IsKept(LogLevel level) => level >= Level && level is not LogLevel.None;

    /// <summary>Returns those that are kept, the oldest first.</summary>
    public IReadOnlyList<LogEvent> Read() => _latest.Read();

    /// <summary>Keeps an event. Never throws.</summary>
    public void Add<TState>(string category, LogLevel level, EventId id, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        // What the library itself writes while it makes a report is in the report; and a formatter may log.
        if (t_isInside || LibraryThread.IsCurrent || !IsKept(level))
        {
            return;
        }

        if (!_budget.TryTake())
        {
            Interlocked.Increment(ref _passedOver);
            return;
        }

        t_isInside = true;
        try
        {
            _latest.Add(new LogEvent
            {
                At = DateTimeOffset.UtcNow,
                Level = level,
                Category = category,
                Id = id,
                Text = Format(state, exception, formatter),
                Exception = exception is null ? null : BoundedText.Cut(ErrorText.Of(exception).Short, LongestText),
                ExceptionTypes = TypesOf(exception),
                TraceId = Activity.Current is { IdFormat: ActivityIdFormat.W3C } activity ? activity.TraceId.ToHexString() : null,
                ThreadId = Environment.CurrentManagedThreadId,
            });
        }
        catch (Exception)
        {
            // Boundary: what cannot be kept is lost to the report, never to the service.
        }
        finally
        {
            t_isInside = false;
        }
    }

    private static List<string> TypesOf(Exception? exception)
    {
        var types = new List<string>();
        for (var current = exception; current is not null && types.Count < MostWithin; current = current.InnerException)
        {
            types.Add(TypeNames.Full(current.GetType()));
        }

        return types;
    }

    private static string Format<TState>(TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        // Policy: the formatter is the service's code; one that throws does so in every other destination of the log too.
        try
        {
            return BoundedText.Cut(formatter(state, exception) ?? "", LongestText);
        }
        catch (Exception failure)
        {
            return $"(its text could not be made: {failure.GetType().Name})";
        }
    }
}
