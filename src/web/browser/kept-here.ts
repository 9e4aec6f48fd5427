const STORE = 'kept'

function requested<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
}

function openDatabase(): Promise<IDBDatabase | null> {
  return new Promise((resolve) => {
    try {
      const request = indexedDB.open('doi-thoai-hoi-truong', 1)
      request.onupgradeneeded = () => request.result.createObjectStore(STORE)
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => resolve(null)
    } catch {
      // no storage in this browser: kept for as long as the page stands
      resolve(null)
    }
  })
}

/**
 * What this browser keeps of one desk, by key. Each change is on the disk before it counts as kept (`strict`): what
 * `localStorage` holds may be lost for some seconds when the power goes.
 */
export class KeptHere<T> {
  readonly #prefix: string
  readonly #database = openDatabase()
  /** changes go to the disk one after the other, in their order */
  #last: Promise<unknown> = Promise.resolve()

  constructor(name: string) {
    this.#prefix = `${name}\u0001`
  }

  /** Everything kept, by its key. */
  async all(): Promise<Map<string, T>> {
    const database = await this.#database
    if (!database) return new Map()
    const range = IDBKeyRange.bound(this.#prefix, `${this.#prefix}\uffff`)
    const store = database.transaction(STORE, 'readonly').objectStore(STORE)
    const [keys, values] = await Promise.all([requested(store.getAllKeys(range)), requested(store.getAll(range))])
    return new Map(keys.map((key, at) => [String(key).slice(this.#prefix.length), values[at] as T]))
  }

  put(key: string, value: T): Promise<void> {
    return this.#change((store) => store.put(value, this.#prefix + key))
  }

  drop(key: string): Promise<void> {
    return this.#change((store) => store.delete(this.#prefix + key))
  }

  #change(act: (store: IDBObjectStore) => IDBRequest): Promise<void> {
    const run = async () => {
      const database = await this.#database
      if (!database) return
      const transaction = database.transaction(STORE, 'readwrite', { durability: 'strict' })
      act(transaction.objectStore(STORE))
      await new Promise<void>((resolve) => {
        transaction.oncomplete = () => resolve()
        transaction.onabort = () => resolve()
        transaction.onerror = () => resolve()
      })
    }
    const done = this.#last.then(run, run)
    this.#last = done
    return done
  }
}
