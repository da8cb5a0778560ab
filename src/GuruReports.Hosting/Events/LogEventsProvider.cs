using Microsoft.Extensions.Logging;

namespace GuruReports.Hosting.Events;

/// <summary>
/// Keeps the last log events. It has no rule of its own among the filters, so that no other destination's levels change
/// and a category that the service silenced stays silent; its loggers add their own level on top.
/// </summary>
[ProviderAlias("GuruMeditation")]
internal sealed class LogEventsProvider(LogEvents events) : ILoggerProvider
{
    private volatile bool _isUsed;

    public LogEventsProvider()
        : this(LogEvents.Shared)
    {
    }

    /// <summary>Gets whether a factory has asked for a logger.</summary>
    public bool IsUsed => _isUsed;

    public ILogger CreateLogger(string categoryName)
    {
        _isUsed = true;
        events.IsAttached = true;
        return new LogEventsLogger(events, categoryName);
    }

    public void Dispose()
    {
    }
}
