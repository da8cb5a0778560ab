using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;

namespace GuruReports.Hosting.Tests.Sinks.Logging;

/// <summary>A provider that writes to a text what the console provider's own formatters make.</summary>
internal sealed class FormatterProvider(IServiceProvider services, string name, TextWriter writer) : ILoggerProvider
{
    private readonly ConsoleFormatter _formatter = services.GetServices<ConsoleFormatter>().Single(formatter => formatter.Name == name);

    public ILogger CreateLogger(string categoryName) => new Logger(categoryName, _formatter, writer);

    public void Dispose()
    {
    }

    private sealed class Logger(string category, ConsoleFormatter formatter, TextWriter writer) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> format) =>
            formatter.Write(new LogEntry<TState>(logLevel, category, eventId, state, exception, format), scopeProvider: null, writer);
    }
}
