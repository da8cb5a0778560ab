using System.Diagnostics;
using GuruReports.Hosting.Events;
using GuruReports.Inspection.Boundary;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace GuruReports.Hosting.Tests.Events;

public sealed class LogEventsTests
{
    private long _milliseconds = 1_000;

    [Fact]
    public void Add_MoreThanAreKept_TheLastStayInOrder()
    {
        var events = new LogEvents(() => _milliseconds += 1_000);

        for (var number = 0; number < 450; number++)
        {
            Write(events, LogLevel.Warning, $"event {number}");
        }

        Assert.Equal(Enumerable.Range(250, 200).Select(number => $"event {number}"), events.Read().Select(entry => entry.Text));
        Assert.Equal((450, 0), (events.Count, events.PassedOver));
    }

    [Fact]
    public void Add_AFlood_IsCountedAndTheNextSecondIsHeardAgain()
    {
        var events = new LogEvents(() => _milliseconds);

        for (var number = 0; number < 1_000; number++)
        {
            Write(events, LogLevel.Error, "flood");
        }

        _milliseconds += 1_000;
        Write(events, LogLevel.Error, "after");

        Assert.Equal((101, 900), (events.Count, events.PassedOver));
        Assert.Equal("after", events.Read()[^1].Text);
    }

    [Fact]
    public void Add_BelowTheLevel_IsNeverMadeIntoText()
    {
        var events = new LogEvents(() => _milliseconds) { Level = LogLevel.Error };
        using var provider = new LogEventsProvider(events);
        var formatted = 0;

        provider.CreateLogger("Orders").Log(LogLevel.Warning, 7, "state", null, (_, _) => $"{++formatted}");

        Assert.Equal((0, 0), (formatted, events.Read().Count));
        Assert.False(provider.CreateLogger("Orders").IsEnabled(LogLevel.Warning));
        Assert.False(provider.CreateLogger("Orders").IsEnabled(LogLevel.None));
    }

    [Fact]
    public void Add_FormatterThatThrowsOrLogs_CostsItsTextOnly()
    {
        var events = new LogEvents(() => _milliseconds);

        events.Add("Orders", LogLevel.Error, 7, "state", new RudeException(), (_, _) => throw new InvalidOperationException());
        events.Add("Orders", LogLevel.Error, 7, "state", null, (_, _) =>
        {
            Write(events, LogLevel.Error, "from the formatter");
            return "whole";
        });

        Assert.Equal(["(its text could not be made: InvalidOperationException)", "whole"], events.Read().Select(entry => entry.Text));
        Assert.EndsWith("RudeException", events.Read()[0].Exception, StringComparison.Ordinal);
    }

    [Fact]
    public void Add_InATrace_NamesItAndTheThread()
    {
        var events = new LogEvents(() => _milliseconds);
        using var activity = new Activity("request").SetIdFormat(ActivityIdFormat.W3C).Start();

        Write(events, LogLevel.Critical, new string('x', 10_000));

        var entry = Assert.Single(events.Read());
        Assert.Equal((activity.TraceId.ToHexString(), Environment.CurrentManagedThreadId), (entry.TraceId, entry.ThreadId));
        Assert.InRange(entry.Text.Length, 500, 600);
    }

    [Fact]
    public void Add_OnAThreadOfTheLibrary_IsLeftOut()
    {
        var events = new LogEvents(() => _milliseconds);

        LibraryThread.TryStart("guru-test", () => Write(events, LogLevel.Error, "of the report"))!.Join();

        Assert.Empty(events.Read());
    }

    [Fact]
    public void Provider_BesideOthers_ChangesNoLevelOfTheirs()
    {
        var events = new LogEvents(() => _milliseconds);
        var others = new OtherProvider();
        using var services = new ServiceCollection()
            .AddLogging(logging => logging
                .AddProvider(new LogEventsProvider(events)).AddProvider(others)
                .SetMinimumLevel(LogLevel.Trace).AddFilter("Silent", LogLevel.None).AddFilter("Terse", LogLevel.Error)
                .AddFilter<LogEventsProvider>("Own", LogLevel.Critical))
            .BuildServiceProvider();
        var factory = services.GetRequiredService<ILoggerFactory>();

        foreach (var category in new[] { "Loud", "Terse", "Silent", "Own" })
        {
            foreach (var level in new[] { LogLevel.Trace, LogLevel.Warning, LogLevel.Error })
            {
                factory.CreateLogger(category).Log(level, default, (level, category), null, (state, _) => $"{state.level} of {state.category}");
            }
        }

        Assert.Equal(["Warning of Loud", "Error of Loud", "Error of Terse"], events.Read().Select(entry => entry.Text));
        Assert.Equal(["Trace of Loud", "Warning of Loud", "Error of Loud", "Error of Terse", "Trace of Own", "Warning of Own", "Error of Own"], others.Texts);
        Assert.False(factory.CreateLogger("Silent").IsEnabled(LogLevel.Critical));
    }

    private static void Write(LogEvents events, LogLevel level, string text) => events.Add("Orders", level, 7, text, null, (state, _) => state);

    private sealed class RudeException : Exception
    {
        public override string Message => throw new InvalidOperationException();
    }

    private sealed class OtherProvider : ILoggerProvider, ILogger
    {
        public List<string> Texts { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => Texts.Add(formatter(state, exception));

        public void Dispose()
        {
        }
    }
}
