namespace GuruReports.Hosting.Redaction.Keys;

/// <summary>Takes accents off Latin letters, so that <c>contraseña</c> and <c>contrasena</c> are one word. Needs no data of the culture. Pure.</summary>
internal static class Letters
{
    private const string Accented = "áàâäãåāăąçćčĉďđéèêëēėęěğģíìîïīįıķłľĺñńňņóòôöõøōőŕřśšşșťţțúùûüūůűųýÿžźż";
    private const string Plain = "aaaaaaaaacccc" + "ddeeeeeeeeggiiiiiiiklllnnnnoooooooorrssssttt" + "uuuuuuuuyyzzz";

    /// <summary>Returns letters in lower case, without accents.</summary>
    /// <param name="letters">The letters.</param>
    public static string Fold(ReadOnlySpan<char> letters)
    {
        var folded = letters.ToString().ToLowerInvariant();
        if (System.Text.Ascii.IsValid(folded))
        {
            return folded;
        }

        return string.Create(folded.Length, folded, static (target, source) =>
        {
            for (var index = 0; index < source.Length; index++)
            {
                var at = Accented.IndexOf(source[index], StringComparison.Ordinal);
                target[index] = at >= 0 ? Plain[at] : source[index];
            }
        });
    }
}
