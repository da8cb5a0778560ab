namespace GuruReports.Hosting.Sections.Custom;

/// <summary>A property or a field that can be read.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Read">Reads it; may throw whatever the service's code throws.</param>
/// <param name="IsSecret">Whether it was declared to be secret.</param>
internal sealed record ObjectMember(string Name, Func<object, object?> Read, bool IsSecret = false);
