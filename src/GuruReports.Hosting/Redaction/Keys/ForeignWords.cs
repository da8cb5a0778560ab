using System.Collections.Frozen;

namespace GuruReports.Hosting.Redaction.Keys;

/// <summary>What passwords, secrets and keys are called in other languages; lower case, without accents.</summary>
internal static class ForeignWords
{
    // Inflected forms count: the word with up to this many letters more.
    private const int LongestEnding = 4;

    /// <summary>Password, secret, credentials, token.</summary>
    public static readonly FrozenSet<string> Strong = Set(
        // German, Dutch, Scandinavian, Finnish
        "passwort kennwort geheimnis geheim geheime geheimer geheimes losungswort zugangsdaten zugangscode wachtwoord toegangscode losenord kodord hemlighet hemlig adgangskode kodeord hemmelighed hemmelig passord "
        + "salasana tunnussana salaisuus kayttosana "
        // French, Spanish, Portuguese, Italian, Romanian, Catalan
        + "motdepasse jeton contrasena contrasenia contrasenya secreto secreta credencial credenciales senha segredo segreta segreto credenciais parola parolachiave credenziali motdeparla secrete "
        // Polish, Czech, Slovak, Slovene, Croatian, Hungarian, Turkish, Lithuanian, Estonian, Albanian
        + "haslo sekret tajne tajny tajemstvi heslo geslo lozinka zaporka jelszo titok sifre gizli parolasi slaptazodis parool salasona fjalekalim "
        // Russian, Ukrainian, Bulgarian, Serbian, Greek, and as they are written with Latin letters
        + "пароль парола пароля секрет секретный токен парольная таємниця лозинка κωδικος κωδικός συνθηματικο parol sekretny kodikos "
        // Vietnamese, Indonesian, Filipino
        + "matkhau katasandi sandi lihim "
        // Chinese, Japanese, Korean, and as they are written with Latin letters
        + "密码 密碼 口令 密钥 密鑰 秘钥 令牌 凭证 憑證 机密 パスワード 秘密 暗証番号 暗号鍵 トークン 合言葉 비밀번호 암호 비밀 토큰 mima miyao anshou bimilbeonho "
        // Arabic, Persian, Hebrew, Hindi, Thai
        + "كلمةالمرور كلمةالسر گذرواژه סיסמה סוד पासवर्ड गुप्त รหัสผ่าน รหัสลับ");

    /// <summary>Key, where that word has no other common meaning in a setting.</summary>
    public static readonly FrozenSet<string> Keys = Set(
        "schlussel schluessel cle clave chave chiave sleutel klucz klic kljuc nyckel nokkel nogle avain kulcs anahtar ключ κλειδι cheie llave 鍵 键 키 मुख");

    /// <summary>Returns whether a word is one of the strong ones, or an inflected form.</summary>
    /// <param name="word">The word.</param>
    public static bool IsStrong(string word)
    {
        if (Strong.Contains(word))
        {
            return true;
        }

        var lookup = Strong.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var cut = 1; cut <= LongestEnding && word.Length - cut >= 5; cut++)
        {
            if (lookup.Contains(word.AsSpan(0, word.Length - cut)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Returns the strong word that a run of letters without boundaries ends or begins with, or that stands inside one of a script without cases; null when there is none.</summary>
    /// <param name="run">The letters.</param>
    public static string? FindIn(string run)
    {
        foreach (var word in Strong)
        {
            var isWritten = char.IsAsciiLetter(word[0]);
            if (isWritten ? word.Length >= 5 && run.Length > word.Length && (run.EndsWith(word, StringComparison.Ordinal) || run.StartsWith(word, StringComparison.Ordinal)) : word.Length >= 2 && run.Contains(word, StringComparison.Ordinal))
            {
                return word;
            }
        }

        return null;
    }

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
