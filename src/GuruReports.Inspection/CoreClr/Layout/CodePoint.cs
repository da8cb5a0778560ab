namespace GuruReports.Inspection.CoreClr.Layout;

/// <summary>An address within the code of a method that stays loaded.</summary>
/// <param name="Address">The address.</param>
/// <param name="Method">The method's descriptor.</param>
internal sealed record CodePoint(ulong Address, ulong Method);
