namespace GuruReports.SnapshotReader.Analysis.Memory;

/// <summary>Says what of the heap was not walked.</summary>
internal static class WalkNotes
{
    public static void Add(Image image, HeapWalker walker)
    {
        if (walker.StoppedByDeadline)
        {
            image.Notes.Add(FormattableString.Invariant(
                $"{walker.Share:P1} of the heap was walked, then {image.Clock.OverText}: tasks and locks in the rest are missing."));
        }

        if (walker.UnreadableBytes > 0)
        {
            image.Notes.Add(FormattableString.Invariant(
                $"{walker.UnreadableBytes} bytes of the heap held no recognisable object and were passed over; threads were allocating there."));
        }
    }
}
