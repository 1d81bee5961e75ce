package org.densepath.bench.judge.endpoint;

import com.github.javakeyring.BackendNotSupportedException;
import com.github.javakeyring.Keyring;
import com.github.javakeyring.PasswordAccessException;
import org.densepath.BadInputException;

/// The system's key store: Keychain on macOS, Credential Manager on Windows, Secret Service or KWallet on Linux.
final class SystemKeyStore {
    private SystemKeyStore() {}

    /// Throws [BadInputException] when the system has none or it does not hold the entry.
    static String password(String service, String account) {
        try (Keyring keyring = Keyring.create()) {
            return keyring.getPassword(service, account);
        } catch (BackendNotSupportedException e) {
            throw new BadInputException("There is no key store here that can be read; give the key by --key-env.", e);
        } catch (PasswordAccessException e) {
            throw new BadInputException(
                    "The key store has no entry " + service + " for the account " + account
                            + ", or it is locked; add or unlock it, or give the key by --key-env.",
                    e);
        } catch (Exception e) {
            throw new BadInputException("The key store could not be read; give the key by --key-env.", e);
        }
    }
}
