using System.Diagnostics.Metrics;
using GuruReports.Hosting.Boundary;
using GuruReports.Hosting.Sections.Metrics;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Tests.Sections;

[Collection(MetricsCollection.Name)]
public sealed class MetricsGeneratorTests
{
    [Fact]
    public void Generate_GaugesOfTheService_ShowsWhatTheySayNow()
    {
        using var meter = new Meter("Test.Orders");
        var asked = 0;
        meter.CreateObservableGauge("queue.length", () => new Measurement<int>(++asked, new("queue", "orders"), new("password", "hunter2-geheim")));
        meter.CreateObservableGauge("cache.size", () => 1_048_576L, "By");
        meter.CreateObservableCounter("orders", () => 7.5m, "{order}");
        meter.CreateObservableGauge("broken", Throw);
        meter.CreateCounter<int>("not.observable").Add(1);

        var section = new MetricsGenerator().Generate(SectionTest.Context());

        var entries = Assert.IsType<ReportMap>(SectionTest.Find(section, "Test.Orders")).Entries;
        Assert.Equal(["queue.length {queue=orders, password=***}", "cache.size", "orders"], entries.Select(entry => entry.Name));
        Assert.Equal([new ReportNumber(1), new ReportSize(1_048_576), new ReportNumber(7.5)], entries.Select(entry => entry.Value));
        Assert.EndsWith("1 instrument threw", section.Summary, StringComparison.Ordinal);
        Assert.Equal(1, asked);
    }

    [Fact]
    public void Generate_ManyThatSayNothing_AreOneLine()
    {
        using var meter = new Meter("Test.Zeros");
        meter.CreateObservableGauge("idle", () => Enumerable.Range(0, 6).Select(number => new Measurement<int>(0, new KeyValuePair<string, object?>("id", number))));
        meter.CreateObservableGauge("busy", () => 3);

        var section = new MetricsGenerator().Generate(SectionTest.Context());

        var entries = Assert.IsType<ReportMap>(SectionTest.Find(section, "Test.Zeros")).Entries;
        Assert.Equal(["busy", "zero"], entries.Select(entry => entry.Name));
        Assert.Equal("6 × idle", SectionTest.Text(section, "Test.Zeros", "zero"));
    }

    private static double Throw() => throw new InvalidOperationException();

    [Fact]
    public void Generate_MoreThanAReportBears_AreCounted()
    {
        using var meter = new Meter("Test.Many");
        meter.CreateObservableGauge("many", () => Enumerable.Range(0, 10_000).Select(number => new Measurement<int>(number, new KeyValuePair<string, object?>("id", number))));

        var read = new InstrumentReader("none", CancellationToken.None).Read();

        Assert.Equal(500, read.Measurements.Count);
        Assert.True(read.Others >= 9_500);
    }

    [Fact]
    public void Generate_CallbackThatHangs_CostsItsSectionOnly()
    {
        using var hang = new ManualResetEventSlim();
        using var meter = new Meter("Test.Hanging");
        meter.CreateObservableGauge("hanging", () =>
        {
            hang.Wait();
            return 1;
        });
        var runner = new JobRunner();

        var result = runner.RunForeign("section/Metrics", token => new MetricsGenerator().Generate(SectionTest.Context(cancellation: token)), TimeSpan.FromMilliseconds(300), 8);

        Assert.True(OwnCode.IsForeign(new MetricsGenerator()));
        Assert.Equal(JobOutcome.Late, result.Outcome);
        hang.Set();
    }
}
