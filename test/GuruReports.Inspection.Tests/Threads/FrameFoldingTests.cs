using GuruReports.Inspection.Threads;
using static GuruReports.Inspection.Tests.Threads.ThreadSamples;

namespace GuruReports.Inspection.Tests.Threads;

public class FrameFoldingTests
{
    [Fact]
    public void Fold_RunOfFrameworkFrames_BecomesACount()
    {
        var lines = FrameFolding.Fold([.. TaskWait(), Framework("A", "B"), Framework("C", "D")]);

        Assert.Equal([4, 0, 2], lines.Select(line => line.Omitted));
        Assert.Equal("Load", lines[1].Frame!.Name);
    }

    [Fact]
    public void Fold_OneFrameworkFrame_IsShown()
    {
        var lines = FrameFolding.Fold([Own("A"), Framework("B", "C"), Own("D")]);

        Assert.Equal(["A", "C", "D"], lines.Select(line => line.Frame!.Name));
    }

    [Fact]
    public void Fold_KeptFrame_IsShownBetweenFolds()
    {
        var frames = TaskWait();

        var lines = FrameFolding.Fold(frames, keep: frames[3]);

        Assert.Equal([3, 0, 0], lines.Select(line => line.Omitted));
        Assert.Equal("Wait", lines[1].Frame!.Name);
    }

    [Fact]
    public void Fold_NoOwnCode_KeepsTheTwoLeafmostFrames()
    {
        var lines = FrameFolding.Fold([Framework("A", "B"), Framework("C", "D"), Framework("E", "F"), Framework("G", "H")]);

        Assert.Equal(["B", "D"], lines.Where(line => line.Frame is not null).Select(line => line.Frame!.Name));
        Assert.Equal(2, lines[^1].Omitted);
    }
}
