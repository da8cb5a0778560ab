using System.Globalization;
using System.Runtime.InteropServices;
using GuruReports.Inspection.Native;

namespace GuruReports.Inspection.Snapshot.Image;

/// <summary>
/// What the helper reads through. The service opens it, as it may read itself and its child: the helper, a sibling of
/// the image, may not where ptrace is restricted (yama scope 1), and may have fewer capabilities.
/// </summary>
internal sealed class ImageDescriptors : IDisposable
{
    private readonly int[] _descriptors;

    private ImageDescriptors(int[] descriptors, int error)
    {
        _descriptors = descriptors;
        Error = error;
    }

    /// <summary>The errno of the first that could not be opened, or 0.</summary>
    public int Error { get; }

    public bool HasProcess => _descriptors.Length == 4;

    public ReadOnlySpan<int> All => _descriptors;

    public static ImageDescriptors Open(int image)
    {
        var process = PidDescriptor.Open(image);
        int[] opened = process < 0 ? [-1, -1, -1] : [-1, -1, -1, process];
        string[] paths = [Format($"/proc/{image}/mem"), Format($"/proc/{image}/maps"), "/proc/self/mem"];
        for (var index = 0; index < paths.Length; index++)
        {
            opened[index] = Libc.Open(paths[index], Libc.ORdOnly | Libc.OCloExec);
            if (opened[index] < 0)
            {
                return new ImageDescriptors(opened, Marshal.GetLastPInvokeError());
            }
        }

        return new ImageDescriptors(opened, 0);
    }

    public void Dispose()
    {
        foreach (var descriptor in _descriptors)
        {
            if (descriptor >= 0)
            {
                _ = Libc.close(descriptor);
            }
        }
    }

    private static string Format(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
