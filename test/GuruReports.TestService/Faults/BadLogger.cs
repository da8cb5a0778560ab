using GuruReports.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace GuruReports.TestService.Faults;

/// <summary>A logging provider that misbehaves when it is given a report.</summary>
internal sealed class BadLogger(Action misbehave) : Illness
{
    public override void Register(HostApplicationBuilder builder, IGuruMeditationBuilder reports) =>
        builder.Services.AddSingleton<ILoggerProvider>(new Provider(misbehave));

    public static void Block() => Thread.Sleep(Timeout.Infinite);

    public static void Throw() => throw new InvalidOperationException("the log store is gone");

    private sealed class Provider(Action misbehave) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter)
        {
            if (eventId.Name == "GuruMeditationReport")
            {
                misbehave();
            }
        }

        public void Dispose()
        {
        }
    }
}
