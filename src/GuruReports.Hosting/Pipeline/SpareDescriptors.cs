using Microsoft.Win32.SafeHandles;

namespace GuruReports.Hosting.Pipeline;

/// <summary>
/// Keeps some descriptors open so that a report can be made when the service has none left: given back to the system
/// before a report, taken again after it.
/// </summary>
/// <remarks>Used by the report worker only.</remarks>
internal sealed class SpareDescriptors
{
    // A snapshot needs the most at once: its pipes, the files of the image, the helper's start.
    private const int Count = 12;
    private const string Nothing = "/dev/null";

    private readonly List<SafeFileHandle> _held = new(Count);

    /// <summary>Takes as many as can be had.</summary>
    public void Take()
    {
        // Policy: without spare descriptors a report is made with what there is.
        try
        {
            while (_held.Count < Count && OperatingSystem.IsLinux())
            {
                _held.Add(File.OpenHandle(Nothing));
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return;
        }
    }

    /// <summary>Gives them back.</summary>
    public void Release()
    {
        foreach (var descriptor in _held)
        {
            descriptor.Dispose();
        }

        _held.Clear();
    }
}
