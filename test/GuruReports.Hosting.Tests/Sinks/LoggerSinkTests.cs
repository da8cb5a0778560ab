using GuruReports.Hosting.Sinks;
using GuruReports.Reporting.Model;
using Microsoft.Extensions.Logging;

namespace GuruReports.Hosting.Tests.Sinks;

public sealed class LoggerSinkTests
{
    [Fact]
    public void Write_Report_IsOneStructuredEvent()
    {
        var logger = new RecordingLogger(isEnabled: true);
        var finding = Rendered.Finding("DEADLOCK", FindingSeverity.Critical);

        var where = new LoggerSink(logger, "GuruMeditation", LogLevel.Warning).Write(Rendered.Report(findings: finding));

        var (level, id, values) = Assert.Single(logger.Events);
        Assert.Equal("ILogger, category GuruMeditation", where);
        Assert.Equal(LogLevel.Warning, level);
        Assert.Equal(new EventId(100, "GuruMeditationReport"), id);
        Assert.Equal("7f3a-1", values["ReportId"]);
        Assert.Equal("DEADLOCK", values["Findings"]);
        Assert.Equal("====\nGuru Meditation\n", values["Report"]);
    }

    [Fact]
    public void Write_CategoryIsOff_SaysSo()
    {
        var logger = new RecordingLogger(isEnabled: false);

        var exception = Assert.Throws<SinkException>(() =>
            new LoggerSink(logger, "GuruMeditation", LogLevel.Warning).Write(Rendered.Report()));

        Assert.Equal("logging is off for category GuruMeditation at level Warning", exception.Message);
        Assert.Empty(logger.Events);
    }

    private sealed class RecordingLogger(bool isEnabled) : ILogger
    {
        public List<(LogLevel Level, EventId Id, Dictionary<string, object?> Values)> Events { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => isEnabled;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter)
        {
            var values = (IReadOnlyList<KeyValuePair<string, object?>>)state!;
            Events.Add((logLevel, eventId, values.ToDictionary(pair => pair.Key, pair => pair.Value)));
        }
    }
}
