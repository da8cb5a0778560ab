namespace GuruReports.Reporting.Rendering.Text;

/// <summary>How a report looks as text.</summary>
/// <param name="ShowFrameworkFrames">Whether framework frames are shown one by one.</param>
/// <param name="Colour">Whether it is coloured for a terminal.</param>
/// <param name="Ascii">Whether it is made of ASCII alone.</param>
/// <param name="Width">The width that lines keep to unless a name is longer.</param>
internal sealed record TextLook(bool ShowFrameworkFrames = false, bool Colour = false, bool Ascii = false, int Width = 120);
