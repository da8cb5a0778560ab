using System.Globalization;
using GuruReports.Reporting.Model;
using GuruReports.Reporting.Model.Stacks;

namespace GuruReports.Reporting.Rendering.Xml;

/// <summary>Groups of stacks in XML: all frames, all members.</summary>
internal static class XmlStacks
{
    public static void Write(XmlPage xml, IReadOnlyList<StackGroup> groups)
    {
        xml.Start("stacks");
        foreach (var group in groups)
        {
            xml.Start("group");
            xml.Attribute("count", group.Count.ToString(CultureInfo.InvariantCulture));
            xml.Attribute("noun", group.Noun);
            xml.Attribute("state", group.State);
            xml.Attribute("idle", Truth(group.Idle));
            xml.Attribute("framesTruncated", Truth(group.FramesTruncated));
            xml.Elements("remark", group.Remarks);
            WriteFrames(xml, group.Frames);
            WriteMembers(xml, group.Members);
            xml.Elements("note", group.Notes);
            xml.End();
        }

        xml.End();
    }

    private static void WriteFrames(XmlPage xml, IReadOnlyList<StackFrameLine> frames)
    {
        foreach (var frame in frames)
        {
            xml.Start("frame");
            xml.Attribute("method", frame.Method);
            xml.Attribute("location", frame.Location);
            xml.Attribute("ownCode", Truth(frame.IsOwnCode));
            xml.Attribute("assembly", frame.Assembly);
            xml.Attribute("remark", frame.Remark);
            xml.End();
        }
    }

    private static void WriteMembers(XmlPage xml, IReadOnlyList<StackMember> members)
    {
        foreach (var member in members)
        {
            xml.Start("member");
            xml.Attribute("label", member.Label);
            XmlValue.WriteEntries(xml, member.Details);
            xml.End();
        }
    }

    private static string Truth(bool truth) => truth ? "true" : "false";
}
