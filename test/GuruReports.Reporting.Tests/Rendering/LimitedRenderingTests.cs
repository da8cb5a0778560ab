using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using GuruReports.Reporting.Model;
using GuruReports.Reporting.Rendering.Limits;

namespace GuruReports.Reporting.Tests.Rendering;

public class LimitedRenderingTests
{
    private const long Limit = 256 << 10;

    public static TheoryData<ReportFormat> Formats => [.. Enum.GetValues<ReportFormat>()];

    [Theory]
    [MemberData(nameof(Formats))]
    public void RenderLimited_SmallReport_IsTheSameAsWithoutLimit(ReportFormat format)
    {
        var report = SampleReport.Build();

        var text = Limited(report, format);

        Assert.Equal(Rendered.Whole(format, report), text);
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void RenderLimited_HugeTextInOneSection_LeavesAllOthersWholeAndSaysWhatWasCut(ReportFormat format)
    {
        var sample = SampleReport.Build();
        var huge = new ReportSection { Title = "Huge", Value = new ReportText(HugeText(10)) };

        var text = Limited(sample with { Sections = [.. sample.Sections, huge] }, format);

        Assert.InRange(Encoding.UTF8.GetByteCount(text), Limit / 2, Limit);
        AssertValid(text, format);
        Assert.Contains("lines (9.", text, StringComparison.Ordinal);
        Assert.Contains("cut to keep the report within 256 KiB", text, StringComparison.Ordinal);
        Assert.Contains("Huge: ", text, StringComparison.Ordinal);
        var alone = Rendered.Whole(format, sample);
        var whole = text.Split('\n').ToHashSet();
        Assert.True(alone.Split('\n').Count(line => !whole.Contains(line)) <= 8, "lines of other sections are missing");
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void RenderLimited_EveryShapeTooLarge_StaysValidAndWithinTheLimit(ReportFormat format)
    {
        var report = LargeReport.Build(4_000);

        var text = Limited(report, format);

        Assert.InRange(Encoding.UTF8.GetByteCount(text), Limit / 4, Limit);
        AssertValid(text, format);
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void RenderLimited_ContentThatGrowsWhenEscaped_StaysWithinTheLimit(ReportFormat format)
    {
        var report = Rendered.With(new ReportText(string.Concat(Enumerable.Repeat("\u001b<\"\n&", 100_000))));

        var text = Limited(report, format);

        Assert.InRange(Encoding.UTF8.GetByteCount(text), Limit / 4, Limit);
        AssertValid(text, format);
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void RenderLimited_SmallestLimitAndHugeEverything_StillNamesTheReport(ReportFormat format)
    {
        var big = new string('\u0001', 1 << 14);
        var finding = SampleStacks.Deadlock() with { Name = big, Summary = big, Evidence = [big, big], Advice = big };
        var section = new ReportSection { Title = big, Reason = big, Status = SectionStatus.Failed, Summary = big, Value = big };
        var report = Rendered.With(Enumerable.Repeat(section, 50).ToArray()) with
        {
            Reason = big,
            Service = new ServiceIdentity { Name = big, Version = big, ProcessId = 4711, MachineName = big },
            Findings = Enumerable.Repeat(finding, 50).ToList(),
            Notes = Enumerable.Repeat(big, 50).ToList(),
        };

        var text = ReportRendering.Render(report, format, new RenderingOptions { MaximumSize = 1 });

        Assert.InRange(Encoding.UTF8.GetByteCount(text), 100, LimitedRendering.SmallestLimit);
        AssertValid(text, format);
        Assert.Contains("4711", text, StringComparison.Ordinal);
    }

    [Fact]
    public void RenderLimited_HugeText_TakesNoMultipleOfItsMemory()
    {
        var report = Rendered.With(new ReportText(HugeText(100)));
        Limited(report, ReportFormat.Text);

        var before = GC.GetAllocatedBytesForCurrentThread();
        Limited(report, ReportFormat.Text);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.InRange(allocated, 0, 16 << 20);
    }

    private static string HugeText(int megabytes) => string.Create(megabytes << 20, 0, static (span, _) =>
    {
        span.Fill('x');
        for (var end = 79; end < span.Length; end += 80)
        {
            span[end] = '\n';
        }
    });

    private static string Limited(Report report, ReportFormat format) =>
        ReportRendering.Render(report, format, new RenderingOptions { MaximumSize = Limit });

    private static void AssertValid(string text, ReportFormat format)
    {
        switch (format)
        {
            case ReportFormat.Json:
                JsonDocument.Parse(text).Dispose();
                break;
            case ReportFormat.Xml:
                XDocument.Parse(text);
                break;
            case ReportFormat.Html:
                Assert.EndsWith("</html>\n", text, StringComparison.Ordinal);
                break;
            default:
                Assert.EndsWith("end of report " + (text.Contains("report 7f3a-3", StringComparison.Ordinal) ? "7f3a-3" : "1") + "\n", text, StringComparison.Ordinal);
                break;
        }
    }
}
