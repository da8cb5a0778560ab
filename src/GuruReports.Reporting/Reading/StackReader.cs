using GuruReports.Reporting.Model;
using GuruReports.Reporting.Model.Stacks;

namespace GuruReports.Reporting.Reading;

/// <summary>Reads groups of stacks.</summary>
internal static class StackReader
{
    public static StackGroup Group(JsonPlace place) => new()
    {
        Count = place.Member("count").Integer(),
        Noun = place.Member("noun").Text(),
        State = place.Member("state").Text(),
        Idle = place.Member("idle").Truth(),
        Remarks = ReportReader.Texts(place, "remarks"),
        Frames = place.Member("frames").Each(Frame),
        FramesTruncated = place.Member("framesTruncated").Truth(),
        Members = place.Member("members").Each(Member),
        Notes = ReportReader.Texts(place, "notes"),
    };

    private static StackFrameLine Frame(JsonPlace place) => new(
        place.Member("method").Text(),
        place.Optional("location")?.Text(),
        place.Member("ownCode").Truth(),
        place.Optional("assembly")?.Text(),
        place.Optional("remark")?.Text());

    private static StackMember Member(JsonPlace place) => new(place.Member("label").Text(), ValueReader.Entries(place.Member("details")));
}
