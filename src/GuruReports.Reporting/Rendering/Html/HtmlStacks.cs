using GuruReports.Reporting.Model;
using GuruReports.Reporting.Model.Stacks;
using GuruReports.Reporting.Rendering.Text;
using GuruReports.Reporting.Rendering.Words;
using GuruReports.Reporting.Vocabulary;

namespace GuruReports.Reporting.Rendering.Html;

/// <summary>Groups of stacks on the page: framework frames and members unfold.</summary>
internal static class HtmlStacks
{
    private const int LabelsShown = 12;

    public static void Write(HtmlPage page, IReadOnlyList<StackGroup> groups)
    {
        page.Constant("<div>\n");
        foreach (var group in groups)
        {
            WriteGroup(page, group);
        }

        page.Constant("</div>\n");
    }

    private static void WriteGroup(HtmlPage page, StackGroup group)
    {
        page.Open("div", group.Idle ? "group idle" : "group");
        page.Open("h3");
        page.Element("b", null, Measures.Count(group.Count, group.Noun));
        page.Text(group.State);
        foreach (var remark in group.Remarks)
        {
            page.Element("span", "chip", remark);
        }

        page.CloseLine("h3");
        WriteMembers(page, group);
        if (group.Frames.Count > 0 && group.Idle)
        {
            page.Open("details");
            page.Element("summary", null, Measures.Count(group.Frames.Count, "frame"));
            WriteFrames(page, group);
            page.CloseLine("details");
        }
        else if (group.Frames.Count > 0)
        {
            WriteFrames(page, group);
        }

        foreach (var note in group.Notes)
        {
            page.Element("div", "note", note);
        }

        page.CloseLine("div");
    }

    private static void WriteMembers(HtmlPage page, StackGroup group)
    {
        if (group.Members.Count == 0)
        {
            return;
        }

        var labels = string.Join("  ", group.Members.Take(LabelsShown).Select(member => member.Label));
        var more = group.Count - Math.Min(LabelsShown, group.Members.Count);
        var line = more > 0 ? $"{labels}  … ({Measures.Grouped(more)} more)" : labels;
        if (group.Members.Count <= LabelsShown && group.Members.All(member => member.Details.Count == 0))
        {
            page.Element("div", "members", line);
            return;
        }

        page.Open("details");
        page.Element("summary", "members", line);
        HtmlMembers.Write(page, group.Members);
        page.CloseLine("details");
    }

    private static void WriteFrames(HtmlPage page, StackGroup group)
    {
        page.Constant("<div class=\"frames\">\n");
        foreach (var run in StackFolding.Fold(group.Frames))
        {
            switch (run.Kind)
            {
                case FoldKind.Shown:
                    WriteFrame(page, group.Frames[run.Start]);
                    break;
                case FoldKind.Repeated:
                    var first = FoldWords.Repeated(group.Frames, run).First();
                    WriteRun(page, group, run, run.Period == 1 ? $"{first.Method}  {first.Location}" : FoldWords.Of(group.Frames, run));
                    break;
                default:
                    WriteRun(page, group, run, FoldWords.Of(group.Frames, run));
                    break;
            }
        }

        if (group.FramesTruncated)
        {
            page.Element("div", "frame framework", "… the stack goes on; its outer frames were not captured");
        }

        page.CloseLine("div");
    }

    private static void WriteRun(HtmlPage page, StackGroup group, FoldedFrames run, string summary)
    {
        page.Open("details");
        page.Element("summary", null, summary);
        for (var i = run.Start; i < run.Start + run.Count; i++)
        {
            WriteFrame(page, group.Frames[i]);
        }

        page.CloseLine("details");
    }

    private static void WriteFrame(HtmlPage page, StackFrameLine frame)
    {
        page.Open("div", frame.IsOwnCode ? "frame own" : "frame framework");
        page.Element("span", null, frame.Method);
        var place = TextFrames.Place(frame);
        if (place.Length > 0)
        {
            page.Element("i", null, place);
        }

        page.CloseLine("div");
    }
}
