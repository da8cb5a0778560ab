using GuruReports.Reporting.Model;
using GuruReports.Reporting.Rendering.Text;

namespace GuruReports.Reporting.Tests.Rendering;

public sealed class AsciiWriterTests
{
    [Fact]
    public void Render_Ascii_HasNoOtherCharacterAndKeepsThePicture()
    {
        var report = Rendered.With(new ReportMap([
            new ReportEntry("picture", new ReportSeries { Start = DateTimeOffset.UnixEpoch, Step = TimeSpan.FromSeconds(1), Values = [0, 1, 2, 3, 4, 5, 6, 7, null] }),
            new ReportEntry("words", "a → b … × Grüße 😀"),
        ]));

        var text = Rendered.By((shown, writer) => TextRenderer.Render(shown, writer, new TextLook(Ascii: true)), report);

        Assert.All(text, character => Assert.True(char.IsAscii(character)));
        Assert.Contains("_.-:=+*#?", text, StringComparison.Ordinal);
        Assert.Contains(@"a -> b ... x Gr\u00fc\u00dfe \ud83d\ude00", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Render_RichReportInAscii_SaysTheSameWords()
    {
        var report = SampleReport.Build();

        var ascii = ReportRendering.Render(report, ReportFormat.Text, new RenderingOptions { Ascii = true });

        Assert.All(ascii, character => Assert.True(char.IsAscii(character)));
        Assert.Equal(ReportRendering.Render(report, ReportFormat.Text).Count(character => character == '\n'), ascii.Count(character => character == '\n'));
    }
}
