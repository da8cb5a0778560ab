using Microsoft.Extensions.Logging;

namespace GuruReports.Hosting.Events;

/// <summary>Hands the events of one category over.</summary>
internal sealed class LogEventsLogger(LogEvents events, string category) : ILogger
{
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => events.IsKept(logLevel);

    // Asked here too: what keeps an event is compiled for each kind of state, and a start logs what is not kept.
    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (events.IsKept(logLevel))
        {
            events.Add(category, logLevel, eventId, state, exception, formatter);
        }
    }
}
