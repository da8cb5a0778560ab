using GuruReports.Reporting.Model;
using GuruReports.Reporting.Rendering.Text;

namespace GuruReports.Reporting.Tests.Rendering;

public class TextRendererTests
{
    private const string Names =
        "Heat.Engine.Workers.StackSweeper.<>c__DisplayClass4_0.<Sweep>b__1(KeyValuePair<String, Dictionary<Int32, List<String>>> pair, Boolean force)"
        + "ConnectionStrings:Orders = Host=db-1.example;Port=5432;Database=orders;Username=heat;Password=***;Pooling=true;Timeout=15";

    [Fact]
    public void Render_RichReport_MatchesTheGoldenText()
    {
        var text = Rendered.By(Rendered.AsText, SampleReport.Build());

        GoldenFile.Check("report.text", text);
    }

    [Fact]
    public void Render_AllFrames_MatchesTheGoldenText()
    {
        var text = Rendered.By((report, writer) => TextRenderer.Render(report, writer, showFrameworkFrames: true, colour: true), Rendered.With(SampleStacks.Threads()) with { Findings = [SampleStacks.Deadlock()] });

        GoldenFile.Check("threads-all-colour.text", text);
    }

    [Fact]
    public void Render_NoFindings_SaysThatNothingStandsOut()
    {
        var text = Rendered.By(Rendered.AsText, Rendered.With(new ReportText("Gouda")));

        Assert.Contains("\nnothing stands out\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Render_NoFindingsAndALateSection_SaysWhatWasNotLookedAt()
    {
        var report = Rendered.With(new ReportSection { Title = "Locks", Status = SectionStatus.Late, Reason = "no answer within 2 s" });

        var text = Rendered.By(Rendered.AsText, report);

        Assert.Contains("nothing stands out, but not all could be looked at: Locks is late\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Render_EscapeSequenceInAValue_IsVisible()
    {
        var text = Rendered.By(Rendered.AsText, Rendered.With(new ReportText("\u001b[2Jgone\r\u202e")));

        Assert.Contains(@"\x1b[2Jgone\r\u202e", text, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', text);
    }

    [Fact]
    public void Render_AnyReport_KeepsToTheWidthUnlessANameIsLonger()
    {
        var text = Rendered.By(Rendered.AsText, SampleReport.Build());

        var wide = text.Split('\n').Where(line => line.Length > 120).ToList();

        Assert.All(wide, line => Assert.Contains(line.Trim().Split("  ")[0], Names, StringComparison.Ordinal));
    }

    [Fact]
    public void Render_DeeplyNestedValue_EndsWithARemark()
    {
        ReportValue value = "core";
        for (var i = 0; i < 10_000; i++)
        {
            value = new ReportList([value, i]);
        }

        var text = Rendered.Whole(ReportFormat.Text, Rendered.With(value));

        Assert.Contains("… deeper levels are not shown", text, StringComparison.Ordinal);
    }
}
