#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Stands between a client and a server on 127.0.0.1, as a network would.

    delay_proxy.py PORT SERVER_PORT MILLISECONDS

What comes is passed on after so many milliseconds, each way. Ended by SIGTERM, it says how often a
client has spoken after the server had, and how many bytes went through.
"""

import asyncio
import signal
import sys

PORT, SERVER_PORT, MILLISECONDS = int(sys.argv[1]), int(sys.argv[2]), float(sys.argv[3])
counted = {"round trips": 0, "connections": 0, "bytes": 0}


async def passed_on(reader, writer, mark, route):
    """Passes on what comes, each piece when its time has come."""
    loop = asyncio.get_running_loop()
    pieces = asyncio.Queue()

    async def write():
        while True:
            due, piece = await pieces.get()
            await asyncio.sleep(max(0, due - loop.time()))
            if not piece:
                writer.close()
                return
            if mark == "server":
                route["last"] = mark
            writer.write(piece)
            await writer.drain()

    writing = asyncio.create_task(write())
    while True:
        piece = await reader.read(1 << 18)
        if piece and mark == "client":
            counted["round trips"] += route["last"] == "server"
            route["last"] = mark
        counted["bytes"] += len(piece)
        pieces.put_nowait((loop.time() + MILLISECONDS / 1000, piece))
        if not piece:
            break
    await writing


async def serve(client_reader, client_writer):
    counted["connections"] += 1
    server_reader, server_writer = await asyncio.open_connection("127.0.0.1", SERVER_PORT)
    route = {"last": "server"}
    try:
        await asyncio.gather(
            passed_on(client_reader, server_writer, "client", route),
            passed_on(server_reader, client_writer, "server", route),
        )
    except ConnectionError:
        pass


async def main():
    ended = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, ended.set)
    await asyncio.start_server(serve, "127.0.0.1", PORT)
    await ended.wait()
    print(", ".join(f"{number} {name}" for name, number in counted.items()))


asyncio.run(main())
