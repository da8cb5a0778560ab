using GuruReports.Reporting.Model;
using GuruReports.Reporting.Rendering.Text;

namespace GuruReports.Reporting.Tests.Rendering;

public class TextRendererTests
{
    [Fact]
    public void Render_RichReport_MatchesTheGoldenText()
    {
        var text = Rendered.By(Rendered.AsText, SampleReport.Build());

        GoldenFile.Check("report.text", text);
    }

    [Fact]
    public void Render_AllFrames_MatchesTheGoldenText()
    {
        var text = Rendered.By((report, writer) => TextRenderer.Render(report, writer, new TextLook(ShowFrameworkFrames: true, Colour: true)), Rendered.With(SampleStacks.Threads()) with { Findings = [SampleStacks.Deadlock()] });

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

    [Theory]
    [InlineData(60)]
    [InlineData(80)]
    [InlineData(120)]
    [InlineData(200)]
    public void Render_AnyWidth_LinesKeepToItUnlessANameIsLonger(int width)
    {
        var text = ReportRendering.Render(SampleReport.Build(), ReportFormat.Text, new RenderingOptions { Width = width });

        var wide = text.Split('\n').Where(line => line.Length > width).ToList();

        Assert.All(wide, line => Assert.DoesNotContain(' ', Signatures.Glued(line.Trim().Split(" = ")[^1])));
    }

    [Fact]
    public void Render_WideTerminal_FramesStandOnOneLineEach()
    {
        var text = ReportRendering.Render(SampleReport.Build(), ReportFormat.Text, new RenderingOptions { Width = 200 });

        Assert.Matches(@"\n      Heat\.Engine\.Workers\.StackSweeper\.Hash\(.*\)  +StackSweeper\.cs:77\n", text);
        Assert.All(text.Split('\n').Where(line => line.StartsWith("   → ", StringComparison.Ordinal)), line => Assert.True(line.Length <= 80, line));
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
