namespace GuruReports.Reporting.Rendering.Words;

/// <summary>How deep values may stand in each other; deeper ones are left out, so that no content can exhaust the stack or a reader's own limit.</summary>
internal static class ModelDepth
{
    /// <summary>The number of levels that are shown. JSON readers commonly allow 64, and a level takes two there.</summary>
    public const int Maximum = 24;

    /// <summary>What stands in place of deeper values.</summary>
    public const string Remark = "… deeper levels are not shown";
}
