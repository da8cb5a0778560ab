namespace GuruReports.Hosting.Facts.Runtime;

/// <summary>One generation, or the large or pinned object heap.</summary>
/// <param name="Name">The name (<c>gen 0</c>, <c>large objects</c>).</param>
/// <param name="Collections">How often it was collected since the process started; null where that is not counted.</param>
/// <param name="SizeBefore">Its size before the last collection that looked at it, in bytes.</param>
/// <param name="SizeAfter">Its size after that, in bytes.</param>
/// <param name="FragmentationAfter">The free bytes in it after that.</param>
internal sealed record GenerationFacts(string Name, int? Collections, long SizeBefore, long SizeAfter, long FragmentationAfter);
