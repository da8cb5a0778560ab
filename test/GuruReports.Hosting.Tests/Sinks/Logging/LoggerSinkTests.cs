using GuruReports.Hosting.Sinks;
using GuruReports.Hosting.Sinks.Logging;
using GuruReports.Reporting.Model;
using Microsoft.Extensions.Logging;

namespace GuruReports.Hosting.Tests.Sinks.Logging;

public sealed class LoggerSinkTests
{
    [Fact]
    public void Write_Report_IsOneEventWithItsTextOnce()
    {
        var logger = new RecordingLogger(isEnabled: true);
        var deadlock = Rendered.Finding("DEADLOCK", FindingSeverity.Critical);
        var queue = Rendered.Finding("QUEUE", FindingSeverity.Warning);

        var where = new LoggerSink(logger, "GuruMeditation", LogLevel.Warning).Write(Rendered.Report(findings: [deadlock, queue]));

        var (level, id, message, values) = Assert.Single(logger.Events);
        Assert.Equal("ILogger, category GuruMeditation", where);
        Assert.Equal(LogLevel.Warning, level);
        Assert.Equal(new EventId(100, "GuruMeditationReport"), id);
        Assert.Equal("Guru Meditation Report 7f3a-1 of fake-service (SIGUSR1), findings: DEADLOCK, QUEUE\n====\nGuru Meditation\n", message);
        Assert.Equal("7f3a-1", values["ReportId"]);
        Assert.Equal(["DEADLOCK", "QUEUE"], (IEnumerable<string>)values["Findings"]!);
        Assert.Equal(2, values["FindingCount"]);
        Assert.Equal("Critical", values["Severity"]);
        Assert.DoesNotContain(values.Values, value => value?.ToString()?.Contains("====", StringComparison.Ordinal) == true);
    }

    [Fact]
    public void Write_ShortAndElsewhere_NamesFindingsAndPlace()
    {
        var logger = new RecordingLogger(isEnabled: true);
        var report = Rendered.Report(findings: Rendered.Finding("DEADLOCK", FindingSeverity.Critical)) with { WrittenTo = ["/var/log/a.txt"] };

        new LoggerSink(logger, "GuruMeditation", LogLevel.Warning, isShort: true).Write(report);

        var (_, _, message, values) = Assert.Single(logger.Events);
        Assert.Equal("Guru Meditation Report 7f3a-1 of fake-service (SIGUSR1), findings: DEADLOCK\nDEADLOCK  critical  DEADLOCK\nthe report: /var/log/a.txt", message);
        Assert.Equal("/var/log/a.txt", values["Location"]);
    }

    [Fact]
    public void Write_ShortAndNowhereElse_HasTheReport()
    {
        var logger = new RecordingLogger(isEnabled: true);

        new LoggerSink(logger, "GuruMeditation", LogLevel.Warning, isShort: true).Write(Rendered.Report());

        Assert.EndsWith("Guru Meditation\n", Assert.Single(logger.Events).Message, StringComparison.Ordinal);
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
        public List<(LogLevel Level, EventId Id, string Message, Dictionary<string, object?> Values)> Events { get; } = [];

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
            Events.Add((logLevel, eventId, formatter(state, exception), values.ToDictionary(pair => pair.Key, pair => pair.Value)));
        }
    }
}
